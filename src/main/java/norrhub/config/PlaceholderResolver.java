package norrhub.config;

import java.util.Optional;

/** Where <code>${NAME}</code> is looked up. */
@FunctionalInterface
public interface PlaceholderResolver {
  Optional<String> value(String name);
}
