package norrhub.partner;

import java.net.URI;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Matches;
import norrhub.config.Range;
import norrhub.config.Secret;
import norrhub.config.Together;

/** A feed that is fetched over HTTP. */
@Together({"header", "key"})
public record RestSource(
    @Doc("Address of the first page")
        @Matches(
            value = "https?://[^/@#\\s]+[^#\\s]*",
            wants = "an address without user or fragment, such as https://host/jobs.json")
        URI url,
    @Doc("The header that carries the key, such as X-Api-Key; goes with key")
        @Matches(value = "[A-Za-z0-9-]+", wants = "a header's name such as X-Api-Key")
        Optional<String> header,
    @Doc("The key, whole, as the header carries it (with Bearer in front where they want that)")
        Optional<Secret> key,
    @Doc(
            "JSON pointer of the link to the next page, such as /next_url; without it there is one"
                + " page")
        @Matches(value = "(/[^/]+)+", wants = "a JSON pointer such as /next_url")
        Optional<String> next,
    @Doc("A feed that goes on after so many pages counts as incomplete")
        @Default("1000")
        @Range(min = 1, max = 100_000)
        int pagesAtMost) {

  public RestSource {
    if (key.isPresent() && url.getScheme().equals("http") && !Hosts.isThisMachine(url.getHost())) {
      throw new IllegalArgumentException(
          "the key would go over the net in the clear: use https in `url`");
    }
  }
}
