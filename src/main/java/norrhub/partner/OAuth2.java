package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.net.URI;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.Secret;

/** How we get an access token for a feed: OAuth 2.0, client credentials (RFC 6749, 4.4). */
public record OAuth2(
    @JsonPropertyDescription("Address that gives tokens")
        @Matches(
            value = "https?://[^/@#\\s]+[^#\\s]*",
            wants = "an address without user or fragment, such as https://host/oauth2/token")
        URI token,
    @JsonPropertyDescription("Our name there") String clientId,
    @JsonPropertyDescription("Our password there") Secret clientSecret,
    @JsonPropertyDescription(
            "What the token is to be good for, as the partner says it; several with spaces between")
        Optional<String> scope,
    @JsonPropertyDescription(
            "How name and password are shown: as basic authentication, or among the form's fields")
        @Default("basic")
        Shown shown) {

  /** How a client says who it is. */
  public enum Shown {
    BASIC,
    FORM
  }

  public OAuth2 {
    if (token.getScheme().equals("http") && !Hosts.isThisMachine(token.getHost())) {
      throw new IllegalArgumentException(
          "the secret would go over the net in the clear: use https in `token`");
    }
  }
}
