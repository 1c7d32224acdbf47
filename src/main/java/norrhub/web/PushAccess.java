package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.partner.CamelSource;
import norrhub.partner.Feed;
import norrhub.partner.Partners;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.stereotype.Component;

/** Lets in whoever shows a key of the feed that the path names. A feed without keys is closed. */
@Component
class PushAccess {
  static final String PATH = "/push/";

  private final Partners partners;

  PushAccess(Partners partners) {
    this.partners = partners;
  }

  AuthorizationDecision decide(HttpServletRequest request) {
    return new AuthorizationDecision(keyHolder(request).isPresent());
  }

  /** Whose key the request shows; empty where it shows none that opens the feed. */
  Optional<String> keyHolder(HttpServletRequest request) {
    Optional<String> shown = ShownKey.of(request);
    if (!isPush(request) || shown.isEmpty()) {
      return Optional.empty();
    }
    return partners
        .feed(request.getServletPath().substring(PATH.length()))
        .filter(feed -> opensFor(feed, shown.get()))
        .map(feed -> PATH + feed.id());
  }

  static boolean isPush(HttpServletRequest request) {
    return request.getServletPath().startsWith(PATH);
  }

  private static boolean opensFor(Feed feed, String shown) {
    return feed.camel().map(CamelSource::keys).stream()
        .flatMap(keys -> keys.stream())
        .map(Secret::value)
        .anyMatch(key -> MessageDigest.isEqual(bytes(key), bytes(shown)));
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
