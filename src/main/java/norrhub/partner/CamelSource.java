package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.config.Matches;
import norrhub.config.Secret;

/** A source that a route of the admin's own delivers, by {@code direct:deliver}. */
public record CamelSource(
    @JsonPropertyDescription(
            "The route template of a file in routes/ that fetches or takes in the feed's deliveries."
                + " Without it, a route of routes/ delivers for the feed by direct:deliver")
        @Matches(value = Partner.WORD, wants = Partner.WORD_WANTS)
        Optional<String> template,
    @JsonPropertyDescription("The template's parameters by name; none is a secret")
        Map<String, String> parameters,
    @JsonPropertyDescription(
            "The template's secret parameters by name, each as ${NAME}. An option of an endpoint may be"
                + " such a parameter, an address may not")
        Map<String, Secret> secrets,
    @JsonPropertyDescription(
            "SSL bundle of config/application.yaml that the server's certificate is checked against, for"
                + " a server with a CA of its own; goes into the template's parameter tls")
        @Matches(value = Partner.WORD, wants = "the name of an SSL bundle, such as partner-ca")
        Optional<String> trust,
    @JsonPropertyDescription(
            "For a template that takes HTTP requests under /push/<feed>: the keys that the partner may"
                + " show, of at least 24 characters; two while one replaces the other")
        List<Secret> keys) {
  private static final int SHORTEST_KEY = 24;

  public CamelSource {
    parameters = Map.copyOf(parameters);
    secrets = Map.copyOf(secrets);
    keys = List.copyOf(keys);
    for (Secret key : keys) {
      if (key.value().length() < SHORTEST_KEY) {
        throw new IllegalArgumentException(
            "the key %s has fewer than %d characters: let `openssl rand -hex 32` make it"
                .formatted(key, SHORTEST_KEY));
      }
    }
    Set<String> twice = new HashSet<>(parameters.keySet());
    twice.retainAll(secrets.keySet());
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          "`%s` is in `parameters` and in `secrets`".formatted(twice.iterator().next()));
    }
    if (template.isEmpty() && !(parameters.isEmpty() && secrets.isEmpty())) {
      throw new IllegalArgumentException("`parameters` and `secrets` are of a `template`");
    }
  }
}
