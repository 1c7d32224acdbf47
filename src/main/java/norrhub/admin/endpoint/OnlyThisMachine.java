package norrhub.admin.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import norrhub.web.AddressRange;
import norrhub.web.ProblemValve;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the management port: whatever is on it answers to a shell on this machine and to nobody
 * else, whatever address the port listens on. Health without details and metrics may also be read
 * by those who are set as readers.
 *
 * <p>A page in a browser of this machine is somebody else: its requests carry an Origin or say that
 * they come from another site, and a name that was rebound to 127.0.0.1 shows in the Host header. A
 * proxy's request is its sender's, whom nobody here knows.
 */
final class OnlyThisMachine extends OncePerRequestFilter {
  private static final String PASSED = OnlyThisMachine.class.getName();
  private static final Set<String> PROXY_MARKS =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "client-ip",
          "true-client-ip",
          "cf-connecting-ip",
          "x-original-forwarded-for");

  private enum Visitor {
    ADMIN,
    READER
  }

  private final ManagementSettings settings;
  private final List<String> readable;

  /**
   * @param readable the paths that readers may read
   */
  OnlyThisMachine(ManagementSettings settings, List<String> readable) {
    this.settings = settings;
    this.readable = List.copyOf(readable);
  }

  /** Whether this request came by the guard of the management port. */
  static boolean hasPassed(HttpServletRequest request) {
    return request.getAttribute(PASSED) != null;
  }

  /** Whether it came from a shell on this machine, who may see everything. */
  static boolean isAdmin(HttpServletRequest request) {
    return request.getAttribute(PASSED) == Visitor.ADMIN;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Visitor> visitor = visitor(request);
    if (visitor.isPresent()) {
      request.setAttribute(PASSED, visitor.get());
      chain.doFilter(request, response);
    } else {
      ProblemValve.explain(
          request, "The management port answers to a shell on this machine and to nobody else");
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private Optional<Visitor> visitor(HttpServletRequest request) {
    if (isFromBrowser(request) || isForwarded(request)) {
      return Optional.empty();
    }
    if (isLoopback(request.getRemoteAddr()) && isHere(request)) {
      return Optional.of(Visitor.ADMIN);
    }
    boolean reads =
        Set.of("GET", "HEAD").contains(request.getMethod())
            && readable.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    return reads && settings.mayRead(request.getRemoteAddr())
        ? Optional.of(Visitor.READER)
        : Optional.empty();
  }

  /** An address that somebody typed into a browser comes from no site. */
  private static boolean isFromBrowser(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getHeader("Origin") != null || (site != null && !site.equals("none"));
  }

  private static boolean isForwarded(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.startsWith("x-forwarded") || PROXY_MARKS.contains(name));
  }

  private static boolean isHere(HttpServletRequest request) {
    String name = request.getServerName().toLowerCase(Locale.ROOT);
    return request.getHeader("Host") != null
        && (name.equals("localhost") || isLoopback(name.replaceAll("^\\[|]$", "")));
  }

  private static boolean isLoopback(String address) {
    return AddressRange.literal(address).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
