package norrhub.admin.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Opens what {@link OnlyThisMachine} has let pass; requests that did not come by it find the public
 * port's rules, which open nothing of this.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {
  @Bean
  @Order(0)
  SecurityFilterChain management(HttpSecurity http) throws Exception {
    return http.securityMatcher(OnlyThisMachine::hasPassed)
        .authorizeHttpRequests(may -> may.anyRequest().permitAll())
        .addFilterBefore(knowsAdmins(), AuthorizationFilter.class)
        .anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // no browser gets this far
        .build();
  }

  /** Details of health are for whoever is authenticated; being on this machine is enough. */
  private static Filter knowsAdmins() {
    return (request, response, chain) -> {
      if (OnlyThisMachine.isAdmin((HttpServletRequest) request)) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated("this machine", "", List.of()));
      }
      chain.doFilter(request, response);
    };
  }
}
