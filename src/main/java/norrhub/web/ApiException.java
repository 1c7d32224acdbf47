package norrhub.web;

import org.springframework.http.HttpStatus;

/** A request that gets an error for an answer, with one sentence for whoever debugs a client. */
final class ApiException extends RuntimeException {
  private final HttpStatus status;

  ApiException(HttpStatus status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
