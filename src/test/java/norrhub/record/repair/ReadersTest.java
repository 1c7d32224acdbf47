package norrhub.record.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import norrhub.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What tests and pages take for the hub's readers and repairs are its beans, all of them. */
class ReadersTest {

  @Test
  void everyReaderOfTheHubIsHere() {
    assertThat(beans(RecordReader.class)).containsExactlyInAnyOrderElementsOf(names(Readers.all()));
  }

  @Test
  void everyRepairOfTheHubIsHere() {
    assertThat(beans(Repair.class)).containsExactlyInAnyOrderElementsOf(names(Readers.repairs()));
  }

  /** Components of that type. */
  private static List<String> beans(Class<?> type) {
    var scanner = new ClassPathScanningCandidateComponentProvider(true);
    scanner.addExcludeFilter(
        (metadata, factory) -> !new AssignableTypeFilter(type).match(metadata, factory));
    return scanner.findCandidateComponents("norrhub").stream()
        .map(bean -> String.valueOf(bean.getBeanClassName()))
        .toList();
  }

  private static List<String> names(Collection<?> objects) {
    return objects.stream().map(object -> object.getClass().getName()).toList();
  }
}
