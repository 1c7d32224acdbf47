package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.web.AddressRange;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.unit.DataSize;

/**
 * src/docs/settings.md has every key {@code norrhub.*}: made from the records that the keys are
 * bound to and from what their Javadoc says of each component.
 */
class SettingsPageTest {
  private static final Path PAGE = Path.of("src/docs/settings.md");
  private static final Pattern PARAMETER =
      Pattern.compile("(?s)@param (\\w+) (.*?)(?=\\n\\s*\\* @param|\\n\\s*\\*/)");
  private static final Pattern MENTIONED =
      Pattern.compile("\\bnorrhub((?:\\.[a-z][a-z-]*)+)\\b(?!\\()");
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Duration.class, "duration",
          DataSize.class, "size",
          URI.class, "address",
          Path.class, "folder",
          String.class, "text",
          int.class, "number",
          Integer.class, "number",
          boolean.class, "`true` or `false`",
          AddressRange.class, "address or CIDR");

  @Test
  void thePageHasEveryKeyWithItsTypeItsDefaultAndItsMeaning() throws Exception {
    String rows =
        keys().values().stream()
            .map(
                key ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(key.name, key.kind, key.standard(), key.meaning))
            .collect(
                Collectors.joining(
                    "", "| key | value | default | meaning |\n|---|---|---|---|\n", ""));
    Golden.checkPart(PAGE, "settings", rows);
  }

  @Test
  void everyKeyThatAPageOrAConfigurationFileNamesIsOne() throws Exception {
    Set<String> known = keys().keySet();
    Set<String> sections =
        known.stream().map(key -> key.split("\\.")[1]).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    int named = 0;
    for (Path file : files()) {
      for (MatchResult match : MENTIONED.matcher(Files.readString(file)).results().toList()) {
        String key = "norrhub" + match.group(1);
        if (sections.contains(key.split("\\.")[1])) {
          named++;
          if (known.stream().noneMatch(k -> isSame(k, key))) {
            unknown.add(file + ": " + key);
          }
        }
      }
    }
    assertThat(named).isGreaterThan(20);
    assertThat(unknown).isEmpty();
  }

  /** The key itself, one of its entries, or the section it is in. */
  private static boolean isSame(String known, String named) {
    String plain = known.replaceFirst("[\\[.]<.*", "");
    return plain.equals(named) || plain.startsWith(named + ".") || named.startsWith(plain + ".");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("src/docs"));
        Stream<Path> config = Files.walk(Path.of("config"))) {
      return Stream.concat(docs, config)
          .filter(file -> file.toString().matches(".*\\.(md|yaml)"))
          .filter(file -> !file.startsWith("src/docs/adr"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Key> keys() throws Exception {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Map<String, Key> keys = new TreeMap<>();
    for (BeanDefinition found : scanner.findCandidateComponents("norrhub")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      if (isOfTheHub(type)) {
        collect(type.getAnnotation(ConfigurationProperties.class).value(), type, type, keys);
      }
    }
    assertThat(keys).hasSizeGreaterThan(25);
    return keys;
  }

  private static boolean isOfTheHub(Class<?> type) {
    return Files.exists(source(type));
  }

  private static Path source(Class<?> top) {
    return Path.of("src/main/java", top.getName().replace('.', '/') + ".java");
  }

  private static void collect(String prefix, Class<?> type, Class<?> top, Map<String, Key> keys)
      throws IOException {
    Map<String, String> meanings = meanings(type, top);
    for (Parameter component : type.getDeclaredConstructors()[0].getParameters()) {
      String name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord() && !KINDS.containsKey(component.getType())) {
        collect(name, component.getType(), top, keys);
      } else {
        assertThat(meanings).as("@param of %s", type.getName()).containsKey(component.getName());
        keys.put(name, Key.of(name, component, meanings.get(component.getName())));
      }
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** What the Javadoc before the record says of its components. */
  private static Map<String, String> meanings(Class<?> type, Class<?> top) throws IOException {
    String text = Files.readString(source(top));
    Matcher declared = Pattern.compile("record " + type.getSimpleName() + "\\(").matcher(text);
    assertThat(declared.find()).as("%s is a record", type).isTrue();
    String before = text.substring(0, declared.start());
    String javadoc = before.substring(before.lastIndexOf("/**"));
    Map<String, String> meanings = new TreeMap<>();
    PARAMETER
        .matcher(javadoc)
        .results()
        .forEach(
            tag ->
                meanings.put(
                    tag.group(1),
                    tag.group(2)
                        .replaceAll("\\s*\\n\\s*\\* *", " ")
                        .replaceAll("\\{@code\\s+(.*?)}", "`$1`")));
    return meanings;
  }

  /** One key as the page shows it. */
  private record Key(String name, String kind, List<String> standards, String meaning) {
    static Key of(String name, Parameter component, String meaning) {
      DefaultValue standard = component.getAnnotation(DefaultValue.class);
      boolean isMap = component.getType() == Map.class;
      return new Key(
          isMap ? name + "[<name>]" : name,
          kind(component.getParameterizedType()),
          standard == null ? List.of() : Arrays.asList(standard.value()),
          meaning);
    }

    String standard() {
      return standards.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private static String kind(Type type) {
      if (type instanceof ParameterizedType of) {
        Type last = of.getActualTypeArguments()[of.getActualTypeArguments().length - 1];
        return of.getRawType() == List.class ? "list of: " + kind(last) : kind(last);
      }
      assertThat(KINDS).containsKey((Class<?>) type);
      return KINDS.get(type);
    }
  }
}
