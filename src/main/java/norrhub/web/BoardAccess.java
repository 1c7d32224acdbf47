package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import norrhub.board.Access;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import norrhub.board.KeyHash;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.stereotype.Component;

/** Lets in whoever shows a key of the board that the path names; public boards need none. */
@Component
class BoardAccess {
  private static final String FEEDS = "/feeds/";

  private final BoardFiles boards;

  BoardAccess(BoardFiles boards) {
    this.boards = boards;
  }

  /** A board that does not exist is open: the answer will be 404. */
  AuthorizationDecision decide(HttpServletRequest request) {
    boolean open =
        boards.find(board(request)).map(board -> board.opensFor(ShownKey.of(request))).orElse(true);
    return new AuthorizationDecision(open);
  }

  /** Who shows a key of the board that the path names; empty where the board is public. */
  Optional<String> keyHolder(HttpServletRequest request) {
    Optional<String> key = ShownKey.of(request);
    return key.isEmpty()
        ? Optional.empty()
        : named(request)
            .filter(board -> board.access() == Access.KEYED && board.opensFor(key))
            .map(board -> board.id() + " " + KeyHash.of(key.get()).text());
  }

  /** The board that the path names, where there is one. */
  Optional<Board> named(HttpServletRequest request) {
    return isFeed(request) ? boards.find(board(request)) : Optional.empty();
  }

  static boolean isFeed(HttpServletRequest request) {
    return request.getServletPath().startsWith(FEEDS);
  }

  /** The first name behind {@code /feeds/}, up to a dot or a slash. */
  private static String board(HttpServletRequest request) {
    String rest = request.getServletPath().substring(FEEDS.length());
    return rest.split("[./]", 2)[0];
  }
}
