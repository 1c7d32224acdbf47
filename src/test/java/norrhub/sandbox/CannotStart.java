package norrhub.sandbox;

/** The sandbox cannot start; the message is one sentence for the person who started it. */
final class CannotStart extends Exception {
  CannotStart(String message) {
    super(message);
  }
}
