package norrhub.board;

/**
 * How one kind of board wants its vacancies. A new kind is a new bean of {@link DocumentFormat};
 * the only other kind is {@link EventFormat}.
 */
public interface BoardFormat {
  /** As board files name it. */
  String name();
}
