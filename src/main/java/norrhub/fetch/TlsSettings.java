package norrhub.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the hub trusts besides the CAs that Java brings.
 *
 * @param bundle an SSL bundle; null where nothing is set
 */
@ConfigurationProperties("norrhub.tls")
record TlsSettings(@Nullable String bundle) {
  Optional<String> own() {
    return Optional.ofNullable(bundle).filter(name -> !name.isBlank());
  }
}
