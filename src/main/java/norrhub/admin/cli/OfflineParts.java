package norrhub.admin.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.board.BoardFiles;
import norrhub.board.BoardFormat;
import norrhub.config.ConfigCheck;
import norrhub.config.PlaceholderResolver;
import norrhub.platform.ClockConfiguration;
import norrhub.platform.EnvironmentNames;
import norrhub.platform.HubDirectories;
import norrhub.platform.PublicUrl;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * The hub's parts that need neither database nor network: configuration, formats, rules.
 *
 * <p>Each is made when it is asked for, so that a fault in one leaves the others to be looked at.
 * The log is still meanwhile: what the parts would log, the command tells itself.
 */
final class OfflineParts implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final LoggingSystem log = LoggingSystem.get(OfflineParts.class.getClassLoader());
  private final Optional<LogLevel> logged;
  private final HubDirectories home;

  OfflineParts(Path config) {
    logged =
        Optional.ofNullable(log.getLoggerConfiguration("ROOT")).map(c -> c.getEffectiveLevel());
    log.setLogLevel("ROOT", LogLevel.OFF);
    home = new HubDirectories(config, config.resolveSibling("routes"), Path.of("data"));
    context.registerBean(HubDirectories.class, () -> home);
    context.registerBean(PublicUrl.class, () -> new PublicUrl(URI.create("http://localhost:8080")));
    context.registerBean(
        AskedNames.class,
        () -> new AskedNames(context.getBean(EnvironmentNames.class)),
        definition -> definition.setPrimary(true));
    context.scan(
        "norrhub.config",
        "norrhub.vocabulary",
        "norrhub.partner",
        "norrhub.record",
        "norrhub.mapping",
        "norrhub.normalise");
    scanPlatform();
    scanBoards();
    scanRoutes();
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.refresh();
  }

  HubDirectories home() {
    return home;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** The names of all beans of a type, none of them made. */
  List<String> names(Class<?> type) {
    return List.of(context.getBeanNamesForType(type, false, false));
  }

  <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Of the platform only what needs no server. */
  private void scanPlatform() {
    var scanner = new ClassPathBeanDefinitionScanner(context, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(PlaceholderResolver.class));
    scanner.addIncludeFilter(new AssignableTypeFilter(ConfigCheck.class));
    scanner.addIncludeFilter(new AssignableTypeFilter(ClockConfiguration.class));
    scanner.scan("norrhub.platform");
  }

  /** Of the boards only their files: all else there needs the database. */
  private void scanBoards() {
    var scanner = new ClassPathBeanDefinitionScanner(context, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(BoardFiles.class));
    scanner.addIncludeFilter(new AssignableTypeFilter(BoardFormat.class));
    scanner.scan("norrhub.board");
  }

  /** Of the routes only the look at their files: Camel is not started here. */
  private void scanRoutes() {
    var scanner = new ClassPathBeanDefinitionScanner(context, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ConfigCheck.class));
    scanner.scan("norrhub.route");
  }

  @Override
  public void close() {
    context.close();
    logged.ifPresent(level -> log.setLogLevel("ROOT", level));
  }
}
