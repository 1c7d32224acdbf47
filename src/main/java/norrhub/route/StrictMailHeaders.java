package norrhub.route;

import java.util.Set;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Stops the headers by which the sender of a mail could steer Camel 4.18.0, however they are spelt:
 * camel-mail has no filter of its own for what comes in (CVE-2026-33454), and takes {@code delete},
 * {@code moveTo} and {@code copyTo} as orders.
 */
@Component("strictMailHeaders")
class StrictMailHeaders extends DefaultHeaderFilterStrategy {
  StrictMailHeaders() {
    setLowerCase(true);
    setOutFilterStartsWith("camel", "org.apache.camel.", "mail.smtp");
    setInFilterStartsWith("camel", "org.apache.camel.", "mail.smtp");
    getInFilter().addAll(Set.of("delete", "moveto", "copyto", "breadcrumbid"));
  }
}
