package norrhub.route;

import java.io.IOException;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.fetch.AccessTokens;
import norrhub.fetch.page.PageRequest;
import norrhub.partner.RestSource;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Writes the requests of REST feeds. */
@Component("restRequest")
public class RestRequest {

  private final AccessTokens tokens;

  RestRequest(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** Replaces the call by the request that is sent; it carries the source's key. */
  public void write(@Body RestCall call, Exchange exchange) throws IOException {
    Message request = exchange.getMessage();
    RestSource source = call.source();
    write(source, call.request(), request);
    // Unpacked bytes are what the limit counts; a server that packs all the same is unpacked by us.
    request.setHeader("Accept-Encoding", "identity");
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    Optional<String> key = source.key().map(Secret::value);
    source.header().ifPresent(name -> request.setHeader(name, key.orElseThrow()));
    if (source.oauth2().isPresent()) {
      String token = tokens.token(source.oauth2().get(), source);
      request.setHeader("Authorization", "Bearer " + token);
      call.token(token);
    }
    call.before().etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    call.before().lastModified().ifPresent(at -> request.setHeader("If-Modified-Since", at));
  }

  private static void write(RestSource source, PageRequest wanted, Message request) {
    source.headers().forEach(request::setHeader);
    request.setHeader(Exchange.HTTP_METHOD, wanted.body().isPresent() ? "POST" : "GET");
    request.setHeader(Exchange.HTTP_PATH, wanted.address().getRawPath());
    request.setHeader(Exchange.HTTP_RAW_QUERY, wanted.address().getRawQuery());
    request.setBody(wanted.body().orElse(null));
    if (wanted.body().isPresent() && request.getHeader(Exchange.CONTENT_TYPE) == null) {
      request.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
    }
  }
}
