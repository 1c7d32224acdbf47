package norrhub.route;

import java.io.IOException;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.fetch.AccessTokens;
import norrhub.fetch.page.PageRequest;
import norrhub.partner.RestSource;
import norrhub.poll.RestPoll;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Writes the requests of REST feeds. */
@Component("restRequest")
public class RestRequest {

  private final AccessTokens tokens;

  RestRequest(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** Writes the request for the current page or detail. */
  public void page(@ExchangeProperty("poll") RestPoll poll, Exchange exchange) throws IOException {
    Message request = exchange.getMessage();
    write(poll.source(), poll.request(), exchange);
    if (poll.source().oauth2().isPresent()) {
      String token = tokens.token(poll.source().oauth2().get(), poll.source().trust());
      request.setHeader("Authorization", "Bearer " + token);
      poll.shown(token);
    }
    poll.before().etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    poll.before().lastModified().ifPresent(at -> request.setHeader("If-Modified-Since", at));
  }

  /** Writes a request to the source's server; it carries the source's key. */
  void write(RestSource source, PageRequest wanted, Exchange exchange) {
    Message request = exchange.getMessage();
    source.headers().forEach(request::setHeader);
    request.setHeader(Exchange.HTTP_METHOD, wanted.body().isPresent() ? "POST" : "GET");
    request.setHeader(Exchange.HTTP_PATH, wanted.address().getRawPath());
    request.setHeader(Exchange.HTTP_RAW_QUERY, wanted.address().getRawQuery());
    request.setBody(wanted.body().orElse(null));
    if (wanted.body().isPresent() && request.getHeader(Exchange.CONTENT_TYPE) == null) {
      request.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
    }
    // Unpacked bytes are what the limit counts; a server that packs all the same is unpacked by us.
    request.setHeader("Accept-Encoding", "identity");
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    Optional<String> key = source.key().map(Secret::value);
    source.header().ifPresent(name -> request.setHeader(name, key.orElseThrow()));
  }
}
