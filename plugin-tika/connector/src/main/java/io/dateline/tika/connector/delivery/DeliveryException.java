package io.dateline.tika.connector.delivery;

/** Some documents are neither stored nor in the dead-letter file: the caller still has them. */
public final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean stop;

  DeliveryException(String message, boolean stop) {
    super(message);
    this.stop = stop;
  }

  /** Whether nothing can be stored before somebody changes a setting. */
  public boolean isStop() {
    return stop;
  }
}
