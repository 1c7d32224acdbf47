package norrhub.record;

import java.io.IOException;
import norrhub.notice.RaisesNotices;

/** Reads one kind of file. A new kind is a new bean of this type. */
public interface RecordReader<S> extends RaisesNotices {
  /** The key under {@code reader:} in format.yaml, such as {@code xml}. */
  String kind();

  /**
   * The record that the settings under that key are bound to; the file's schema is made from it.
   */
  Class<S> settings();

  /** Whether it tells fields that the format does not know itself, as a table its columns. */
  default boolean tellsUnknownFields() {
    return false;
  }

  /** Whether it reads a mail itself, and not what is attached to one. */
  default boolean readsWholeMails() {
    return false;
  }

  RecordStream open(PartFile part, S settings) throws UnreadablePart, IOException;
}
