package norrhub.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Live commands come from a shell on this machine and from nowhere else, whatever address the
 * management port listens on.
 *
 * <p>A page in a browser of this machine is somewhere else: its requests carry an Origin, and a
 * name that was rebound to 127.0.0.1 shows in the Host header.
 */
@Configuration(proxyBeanMethods = false)
class OnlyThisMachine {
  static final String[] COMMANDS = {"status", "poll", "try", "reload"};
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** Before the chain that lets whoever reaches the port read health and metrics. */
  @Bean
  @Order(0)
  SecurityFilterChain commands(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.to(COMMANDS))
        .authorizeHttpRequests(
            may ->
                may.anyRequest()
                    .access(
                        (who, context) ->
                            new AuthorizationDecision(isFromHere(context.getRequest()))))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // no browser gets this far
        .build();
  }

  static boolean isFromHere(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && NAMES.contains(request.getServerName())
        && request.getHeader("Origin") == null
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }

  /** The remote address is a literal: no name is looked up. */
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
