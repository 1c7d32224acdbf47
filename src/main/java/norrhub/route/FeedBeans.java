package norrhub.route;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * What a feed's endpoint refers to by name: secrets, and objects that no address can hold. They are
 * the route's own: Camel's registry never holds them, and they go with it.
 */
public final class FeedBeans {
  private final String route;
  private final Map<String, Object> beans = new LinkedHashMap<>();

  FeedBeans(String route) {
    this.route = route;
  }

  /** Keeps the object for the route and says how an endpoint's option refers to it. */
  public String bind(String name, Object object) {
    String bean = route + "." + name;
    beans.put(bean, object);
    // Camel gives each of a route's own beans a name that nobody else has, and fills it in here.
    return "#bean:{{" + bean + "}}";
  }

  TemplatedRouteBuilder addTo(TemplatedRouteBuilder builder) {
    beans.forEach(builder::bean);
    return builder;
  }
}
