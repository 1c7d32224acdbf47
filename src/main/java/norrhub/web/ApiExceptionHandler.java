package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Hands what controllers refuse to {@link ProblemValve}, which gives all errors one shape. */
@RestControllerAdvice
class ApiExceptionHandler {
  @ExceptionHandler
  void refused(ApiException refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemValve.explain(request, refused.sentence());
    response.sendError(refused.status().value());
  }
}
