package io.dateline.gazetteer;

import org.jspecify.annotations.Nullable;

/** A gazetteer file cannot be used or made; the message is one sentence for the operator. */
public final class GazetteerException extends Exception {

  private static final long serialVersionUID = 1;

  public GazetteerException(String message) {
    super(message);
  }

  public GazetteerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
