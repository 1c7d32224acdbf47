package norrhub.route.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.HubDirectories;
import norrhub.route.FeedRoutes;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The files under {@code routes}: Camel's schema, ids, parameters of templates, options of
 * endpoints, and the beans they call. What is wrong there would otherwise stop the hub at its next
 * start.
 */
@Component
public final class RoutesCheck implements ConfigCheck {
  /** In the packed jar, a thread of the common pool does not see our classes. */
  private static final ClassLoader OURS = RoutesCheck.class.getClassLoader();

  private final Path folder;
  private final ConfigFiles files;

  RoutesCheck(HubDirectories home, ConfigFiles files) {
    this.folder = home.routes();
    this.files = files;
  }

  @Override
  public List<Fault> check() {
    ObjectMapper json = new ObjectMapper();
    List<RouteFile> routes =
        paths().stream()
            .filter(path -> path.toString().endsWith(RouteFiles.ENDING))
            .map(path -> new RouteFile(path, files, json))
            .toList();
    if (routes.isEmpty()) {
      return List.of();
    }
    RouteSchema schema = new RouteSchema(json);
    EndpointOptions options = new EndpointOptions();
    FeedTemplates templates = new FeedTemplates(options);
    Map<String, String> beans = beans();
    Map<String, String> ids = new HashMap<>();
    for (RouteFile file : routes) {
      if (file.faults().isEmpty()) {
        schema.check(file);
        checkIds(file, ids);
        file.checkParameters();
        options.check(file);
        templates.check(file);
        file.eachBean((at, bean, method) -> checkBean(file, at, bean, method, beans));
      }
    }
    ConfigurationIds configurations = new ConfigurationIds(routes);
    routes.forEach(configurations::check);
    return Stream.concat(
            routes.stream().flatMap(file -> file.faults().stream()), missing(ids).stream())
        .toList();
  }

  @Override
  public List<Fault> warnings() {
    return paths().stream()
        .filter(path -> !path.toString().endsWith(RouteFiles.ENDING))
        .map(
            path ->
                new Fault(path, 1, "is not read: a file of routes ends in " + RouteFiles.ENDING))
        .toList();
  }

  private static void checkIds(RouteFile file, Map<String, String> ids) {
    file.ids()
        .forEach(
            (at, id) -> {
              if (id.isEmpty()) {
                file.fault(at, "it has no `id`: logs and metrics would call it by a number");
              } else if (id.get().startsWith(FeedRoutes.route(""))) {
                file.fault(at, "an `id` that begins so is a feed's: " + id.get());
              } else if (ids.putIfAbsent(id.get(), at) != null) {
                file.fault(at, "the `id` " + id.get() + " is taken: of two, Camel drops one");
              }
            });
  }

  private List<Fault> missing(Map<String, String> ids) {
    return NeedsFiles.CORE.stream()
        .filter(id -> !ids.containsKey(id))
        .map(id -> new Fault(folder, 1, "no file has `" + id + "`, without which no hub starts"))
        .toList();
  }

  private static void checkBean(
      RouteFile file, String at, String bean, String method, Map<String, String> beans) {
    String type = beans.get(bean);
    if (type == null) {
      String meant =
          ClosestMatch.of(bean, beans.keySet())
              .map(near -> "; did you mean `" + near + "`?")
              .orElse("");
      file.fault(at + "/ref", "there is no bean `" + bean + "`" + meant);
    } else if (!method.isEmpty()
        && Arrays.stream(ClassUtils.resolveClassName(type, OURS).getMethods())
            .noneMatch(known -> known.getName().equals(method))) {
      file.fault(at + "/method", "`" + bean + "` has no public method `" + method + "`");
    }
  }

  /** The classes of all our components by the components' names; none of them is made. */
  private static Map<String, String> beans() {
    var scanner = new ClassPathScanningCandidateComponentProvider(true);
    scanner.setResourceLoader(new DefaultResourceLoader(OURS));
    var names = new DefaultListableBeanFactory();
    Map<String, String> beans = new HashMap<>();
    for (BeanDefinition definition : scanner.findCandidateComponents("norrhub")) {
      String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, names);
      beans.put(name, String.valueOf(definition.getBeanClassName()));
    }
    return beans;
  }

  private List<Path> paths() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
