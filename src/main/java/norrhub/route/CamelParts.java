package norrhub.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import norrhub.fetch.Limits;
import org.apache.camel.Ordered;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's parts that need setting up by hand. */
@Configuration(proxyBeanMethods = false)
class CamelParts {

  /**
   * There is no starter for camel-ftp here, and without one its properties are ignored silently.
   */
  @Bean("sftp")
  SftpComponent sftp() {
    return new SftpComponent();
  }

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

  /** Reads pages of REST feeds within bounds, and to their very end. */
  @Bean(defaultCandidate = false)
  ObjectMapper pageMapper(Limits limits) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxDocumentLength(limits.page().toBytes())
            .maxNestingDepth(100)
            .maxStringLength(4_000_000)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
