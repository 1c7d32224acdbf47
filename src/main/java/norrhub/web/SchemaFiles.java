package norrhub.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The schemas of all that the hub gives out, at {@code /schema/}. */
@Configuration(proxyBeanMethods = false)
class SchemaFiles implements WebMvcConfigurer {
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/schema/*")
        .addResourceLocations("classpath:/schema/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
  }
}
