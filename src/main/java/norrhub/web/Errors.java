package norrhub.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Error answers are one shape: {@code status} and {@code error}, never a stack or a message. */
@RestControllerAdvice
class Errors {
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refused refused) {
    return ResponseEntity.status(refused.status())
        .header("Cache-Control", "no-store")
        .body(Map.of("status", refused.status().value(), "error", refused.sentence()));
  }
}
