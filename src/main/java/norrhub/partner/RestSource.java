package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.AllOrNone;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.Secret;

/** A feed that is fetched over HTTP. */
@AllOrNone({"header", "key"})
public record RestSource(
    @JsonPropertyDescription("Address of the first page")
        @Matches(
            value = "https?://[^/@#\\s]+[^#\\s]*",
            wants = "an address without user or fragment, such as https://host/jobs.json")
        URI url,
    @JsonPropertyDescription("The header that carries the key, such as X-Api-Key; goes with key")
        @Matches(value = RestHeaders.NAME, wants = "a header's name such as X-Api-Key")
        Optional<String> header,
    @JsonPropertyDescription(
            "The key, whole, as the header carries it (with Bearer in front where they want that)")
        Optional<Secret> key,
    @JsonPropertyDescription(
            "Where an access token comes from, which goes into Authorization as Bearer")
        Optional<OAuth2> oauth2,
    @JsonPropertyDescription(
            "SSL bundle of config/application.yaml that the server's certificate is checked against, for"
                + " a server with a CA of its own")
        @Matches(value = Partner.WORD, wants = "the name of an SSL bundle, such as partner-ca")
        Optional<String> trust,
    @JsonPropertyDescription(
            "Further headers of every request, such as X-Api-Version: \"20240404\"; none is a secret")
        Map<String, String> headers,
    @JsonPropertyDescription(
            "Posted with every request, usually JSON; where it is left out, pages are asked for with"
                + " GET. ${offset}, ${page} or ${cursor} in it are filled in, see pages")
        Optional<String> post,
    @JsonPropertyDescription(
            "JSON pointer of the link to the next page, such as /next_url. Without next, link and"
                + " pages there is one page")
        @Matches(value = POINTER, wants = POINTER_WANTS)
        Optional<String> next,
    @JsonPropertyDescription(
            "Whether the link to the next page is in the answer's Link header, as rel=\"next\"")
        @Default("false")
        boolean link,
    @JsonPropertyDescription("Paging where we say which page we want") Optional<Pages> pages,
    @JsonPropertyDescription(
            "JSON pointer of a page's list of records, such as /items, to count them; \"\" where the"
                + " page is the list")
        @Matches(
            value = "(" + POINTER + ")?",
            wants = POINTER_WANTS + ", or \"\" for the whole page")
        Optional<String> list,
    @JsonPropertyDescription(
            "JSON pointer of the number of records that all pages have together, such as /totalFound."
                + " Where fewer came, the delivery is incomplete and withdraws nothing")
        @Matches(value = POINTER, wants = POINTER_WANTS)
        Optional<String> total,
    @JsonPropertyDescription(
            "Where only what has changed since the last delivery is asked for; with speaksFor: changes")
        Optional<Since> since,
    @JsonPropertyDescription(
            "The least time between two requests to this server, all feeds that it has taken together,"
                + " such as 200ms")
        Optional<Duration> pace,
    @JsonPropertyDescription("A feed that goes on after so many pages counts as incomplete")
        @Default("1000")
        @Min(1)
        @Max(100_000)
        int pagesAtMost,
    @JsonPropertyDescription(
            "A second request for each vacancy of the list; the format says how its answer is read")
        Optional<DetailRequests> details,
    @JsonPropertyDescription("Times for a server that is slow") @Default("{}")
        RestOptions options) {

  static final String POINTER = "(/[^/]+)+";
  static final String POINTER_WANTS = "a JSON pointer such as /next_url";

  public RestSource {
    headers = Map.copyOf(headers);
    boolean secret = key.isPresent() || oauth2.isPresent();
    if (secret && url.getScheme().equals("http") && !Hosts.isThisMachine(url.getHost())) {
      throw new IllegalArgumentException(
          "the key would go over the net in the clear: use https in `url`");
    }
    RestHeaders.check(headers, header);
    check(
        oauth2.isEmpty() || header.filter("Authorization"::equalsIgnoreCase).isEmpty(),
        "`oauth2` fills in Authorization: it cannot be the `header` of the `key` too");
    long ways = Stream.of(next.isPresent(), link, pages.isPresent()).filter(way -> way).count();
    check(ways <= 1, "only one of `next`, `link` and `pages` leads to the next page");
    check(total.isEmpty() || list.isPresent(), "`total` needs `list`, to count what came");
    since
        .flatMap(Since::snapshot)
        .ifPresent(
            all ->
                check(
                    server(all).equals(server(url)),
                    "the `snapshot` is to be on the server of `url`, " + server(url)));
    pages.ifPresent(way -> way.check(url, post, list.isPresent(), total.isPresent()));
  }

  /** Scheme, host and port: what a pace and a pause concern. */
  public String server() {
    return server(url);
  }

  /** That of any address. */
  public static String server(URI address) {
    return "%s://%s"
        .formatted(address.getScheme(), address.getRawAuthority())
        .toLowerCase(Locale.ROOT);
  }

  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
