package norrhub.route;

import org.apache.camel.Ordered;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's parts that need setting up by hand. */
@Configuration(proxyBeanMethods = false)
class CamelParts {

  /**
   * One request is one request. The client below Camel would wait out a Retry-After inside the poll
   * and ask again; and one partner's cookies are no other's business.
   */
  @Bean
  ComponentCustomizer plainHttp() {
    return ComponentCustomizer.builder(HttpComponent.class)
        // Last: the starter's own customizer sets every option it knows, to its defaults.
        .withOrder(Ordered.LOWEST)
        .build(
            http -> {
              http.setCookieManagementDisabled(true);
              http.setHttpClientConfigurer(HttpClientBuilder::disableAutomaticRetries);
            });
  }
}
