package io.dateline.tika.connector.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A whole request failed: the cluster refused it, or gave no answer that makes sense. */
public final class ClusterException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The type of failures that come about before any answer, as the certificate is not trusted. */
  static final String NOT_TRUSTED = "not_trusted";

  private final int status;
  private final String type;

  /**
   * @param status as in HTTP; 0 when there was no answer
   * @param type Elasticsearch's name of the error, where there is one
   * @param reason a sentence
   * @param cause may be null
   */
  public ClusterException(
      int status, @Nullable String type, String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.status = status;
    this.type = type == null ? "" : type;
  }

  /** As in HTTP; 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Elasticsearch's name of the error; empty where it gave none. */
  public String type() {
    return type;
  }
}
