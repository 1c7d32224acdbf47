package norrhub.record.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import norrhub.record.RecordReader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The hub's readers and repairs, all beans of their types, for tests of other packages. */
public final class Readers {
  private static final AnnotationConfigApplicationContext BEANS =
      new AnnotationConfigApplicationContext("norrhub.record");

  private Readers() {}

  public static List<RecordReader<?>> all() {
    List<RecordReader<?>> readers = new ArrayList<>();
    BEANS.getBeansOfType(RecordReader.class).values().forEach(readers::add);
    readers.sort(Comparator.comparing(RecordReader::kind));
    return readers;
  }

  public static List<Repair> repairs() {
    return BEANS.getBeansOfType(Repair.class).values().stream()
        .sorted(Comparator.comparing(Repair::name))
        .toList();
  }
}
