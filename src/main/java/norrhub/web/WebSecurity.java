package norrhub.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Nothing is open that is not named here, and what is not open is not there: its answer is 404.
 * There are no sessions, no forms and no users: boards, and partners that push, show keys. The
 * management port has rules of its own.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
  @Bean
  SecurityFilterChain web(HttpSecurity http, BoardAccess access, PushAccess pushes)
      throws Exception {
    return http.authorizeHttpRequests(
            may ->
                may.requestMatchers(GET, "/feeds/*", "/feeds/*/**")
                    .access((who, context) -> access.decide(context.getRequest()))
                    .requestMatchers(HEAD, "/feeds/*", "/feeds/*/**")
                    .access((who, context) -> access.decide(context.getRequest()))
                    .requestMatchers(POST, PushAccess.PATH + "*")
                    .access((who, context) -> pushes.decide(context.getRequest()))
                    .requestMatchers(GET, "/schema/*", "/schema/released/*")
                    .permitAll()
                    .requestMatchers(HEAD, "/schema/*", "/schema/released/*")
                    .permitAll()
                    .requestMatchers(GET, RobotsController.PATH)
                    .permitAll()
                    .requestMatchers(HEAD, RobotsController.PATH)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(
                    (request, response, e) -> {
                      if (BoardAccess.isFeed(request) || PushAccess.isPush(request)) {
                        response.setHeader("WWW-Authenticate", "Bearer");
                        response.sendError(HttpStatus.UNAUTHORIZED.value());
                      } else {
                        response.sendError(HttpStatus.NOT_FOUND.value());
                      }
                    }))
        .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // no browser holds a key
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Without it Boot would invent a user and log its password. */
  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager();
  }
}
