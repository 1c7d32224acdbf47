package norrhub.route;

import norrhub.partner.Feed;
import org.apache.camel.CamelContext;

/** What a feed's endpoint refers to by name: secrets, and objects that no address can hold. */
record FeedBeans(CamelContext camel, Feed feed) {

  /** Binds the object and says how an endpoint's option refers to it. */
  String bind(String name, Object object) {
    String bean = FeedRoutes.route(feed.id()) + "." + name;
    camel.getRegistry().bind(bean, object);
    return "#bean:" + bean;
  }
}
