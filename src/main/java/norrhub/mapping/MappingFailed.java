package norrhub.mapping;

/** A mapping stumbled over a record; the record is rejected with this text. */
public final class MappingFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public MappingFailed(String text, Throwable cause) {
    super(text, cause);
  }
}
