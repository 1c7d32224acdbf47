package norrhub.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the hub trusts besides the CAs that Java brings.
 *
 * @param bundle the SSL bundle whose CA every feed trusts beside those of Java
 */
@ConfigurationProperties("norrhub.tls")
record TlsSettings(@Nullable String bundle) {
  Optional<String> own() {
    return Optional.ofNullable(bundle).filter(name -> !name.isBlank());
  }
}
