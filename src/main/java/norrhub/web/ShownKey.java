package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The key that a request shows: as a bearer token, or in {@code X-Api-Key}. */
final class ShownKey {
  private static final String BEARER = "Bearer ";

  private ShownKey() {}

  static Optional<String> of(HttpServletRequest request) {
    String bearer = request.getHeader("Authorization");
    return bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(bearer.substring(BEARER.length()).strip())
        : Optional.ofNullable(request.getHeader("X-Api-Key"));
  }
}
