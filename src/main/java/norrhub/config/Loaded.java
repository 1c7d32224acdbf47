package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/** A file as it was read: its value, or all that is wrong with it. */
public final class Loaded<T> {
  private final Lines lines;
  private final Optional<T> value;
  private final List<Fault> faults;

  Loaded(Lines lines, Optional<T> value, List<Fault> faults) {
    this.lines = lines;
    this.value = value;
    this.faults = List.copyOf(faults);
  }

  /** Present when there are no faults. */
  public Optional<T> value() {
    return value;
  }

  /** In the order of their lines. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * A fault that only the caller can find.
   *
   * @param pointer JSON pointer of the value it concerns, such as {@code /feeds/0/format}
   */
  public Fault fault(String pointer, String text) {
    return lines.fault(JsonPointer.compile(pointer), text);
  }
}
