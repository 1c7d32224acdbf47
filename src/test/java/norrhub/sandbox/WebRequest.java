package norrhub.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a system is asked.
 *
 * @param base scheme, host and port that it is reached at
 * @param list the path of its list
 * @param path that is asked for
 */
record WebRequest(
    String method,
    String base,
    String list,
    String path,
    MultiValueMap<String, String> query,
    Headers headers,
    byte[] body) {

  static WebRequest of(HttpExchange exchange, String base, String list) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    return new WebRequest(
        exchange.getRequestMethod(),
        base,
        list,
        exchange.getRequestURI().getPath(),
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  boolean gets(String wanted) {
    return method.equals("GET") && path.equals(wanted);
  }

  /** What follows the list's path and a slash: the number of one vacancy. */
  Optional<String> below() {
    return method.equals("GET") && path.startsWith(list + "/")
        ? Optional.of(path.substring(list.length() + 1))
        : Optional.empty();
  }

  int number(String parameter, int otherwise) {
    return Optional.ofNullable(query.getFirst(parameter)).map(Integer::valueOf).orElse(otherwise);
  }
}
