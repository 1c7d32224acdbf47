package norrhub.route.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.config.ClosestMatch;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;

/**
 * The options of endpoints, held against Camel's catalogue of the version that the hub runs. Camel
 * itself would refuse a wrong one when the route starts: for a template, at the first feed.
 */
final class EndpointOptions {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)(?::.*)?");

  private final CamelCatalog catalog = new DefaultCamelCatalog(true);
  private final Map<String, Optional<ComponentModel>> components = new HashMap<>();

  void check(RouteFile file) {
    file.eachEndpoint(endpoint -> check(file, endpoint));
  }

  private void check(RouteFile file, Endpoint endpoint) {
    Matcher scheme = SCHEME.matcher(endpoint.resolvedUri());
    if (!scheme.matches()) {
      file.fault(
          endpoint.uriAt(),
          "its component is not known before the route runs: write the scheme as a parameter of its own, with a `defaultValue`");
      return;
    }
    Optional<ComponentModel> component = component(scheme.group(1));
    if (component.isEmpty()) {
      file.fault(
          endpoint.uriAt(),
          "Camel has no component `%s`%s"
              .formatted(scheme.group(1), meant(scheme.group(1), catalog.findComponentNames())));
      return;
    }
    new Check(file, endpoint, component.get()).run();
  }

  /** Whether the endpoint's component has the option; of one that is not known nothing is said. */
  boolean hasOption(Endpoint endpoint, String name) {
    Matcher scheme = SCHEME.matcher(endpoint.resolvedUri());
    return scheme.matches()
        && component(scheme.group(1))
            .filter(
                known ->
                    known.getEndpointParameterOptions().stream()
                        .anyMatch(option -> option.getName().equals(name)))
            .isPresent();
  }

  private Optional<ComponentModel> component(String scheme) {
    return components.computeIfAbsent(
        scheme, name -> Optional.ofNullable(catalog.componentModel(name)));
  }

  private static String meant(String written, List<String> names) {
    return ClosestMatch.of(written, names).map(near -> "; did you mean `" + near + "`?").orElse("");
  }

  /** One endpoint's options against those of its component. */
  private static final class Check {
    private final RouteFile file;
    private final Endpoint endpoint;
    private final ComponentModel component;
    private final Map<String, EndpointOptionModel> known = new TreeMap<>();

    Check(RouteFile file, Endpoint endpoint, ComponentModel component) {
      this.file = file;
      this.endpoint = endpoint;
      this.component = component;
      component.getEndpointParameterOptions().forEach(o -> known.put(o.getName(), o));
    }

    void run() {
      endpoint.options().forEach(this::option);
      known.values().stream()
          .filter(EndpointOptionModel::isRequired)
          .filter(option -> !endpoint.options().containsKey(option.getName()))
          .forEach(
              option ->
                  file.fault(
                      endpoint.uriAt(),
                      "`%s` needs the option `%s`"
                          .formatted(component.getScheme(), option.getName())));
    }

    private void option(String name, String value) {
      EndpointOptionModel option = known.get(name);
      String at = endpoint.at(name);
      if (option != null) {
        OptionValue.objection(option, value)
            .ifPresent(what -> file.fault(at, "`%s` %s".formatted(name, what)));
      } else if (!isOneOfMany(name)) {
        unknown(name, at);
      }
    }

    /** Such as {@code mail.imap.timeout}: a map whose keys are options with a common prefix. */
    private boolean isOneOfMany(String name) {
      return known.values().stream()
          .filter(EndpointOptionModel::isMultiValue)
          .anyMatch(option -> option.getPrefix() != null && name.startsWith(option.getPrefix()));
    }

    /** Some components send what they do not know along with the address. */
    private void unknown(String name, String at) {
      String meant = meant(name, List.copyOf(known.keySet()));
      if (!component.isLenientProperties() || !meant.isEmpty()) {
        file.fault(at, "`%s` has no option `%s`%s".formatted(component.getScheme(), name, meant));
      }
    }
  }
}
