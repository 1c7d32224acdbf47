package norrhub;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps a hub that is started beside the tests to its main code.
 *
 * <p>The hub finds its parts by scanning the package norrhub, and the tests are in that package
 * too: the still clock of one test would stop the hub of another. META-INF/spring.factories puts
 * this into every context that is started here.
 */
public final class MainCodeOnly extends TypeExcludeFilter
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String TESTS =
      MainCodeOnly.class.getProtectionDomain().getCodeSource().getLocation().toString();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("mainCodeOnly", this);
  }

  @Override
  public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
    return type.getResource().getURL().toString().startsWith(TESTS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MainCodeOnly;
  }

  @Override
  public int hashCode() {
    return MainCodeOnly.class.hashCode();
  }
}
