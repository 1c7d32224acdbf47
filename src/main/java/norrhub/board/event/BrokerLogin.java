package norrhub.board.event;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import norrhub.board.Board;

/**
 * A login of consumers at the hub's own broker. It reads the queues of one board: what another
 * board is sent may be what this board's consents forbid.
 */
record BrokerLogin(String user, String password, Board board) {

  /** The role that may read the board's queues. */
  static String role(Board board) {
    return "consumers of " + board.id();
  }

  /**
   * The boards' own logins, and the one of the settings, which belongs to the only board.
   *
   * @throws IllegalStateException when the login of the settings could belong to several boards
   */
  static List<BrokerLogin> of(BrokerSettings settings, List<Board> boards) {
    BrokerSettings.Acceptor door = settings.acceptor();
    if (door == null) {
      return List.of();
    }
    List<BrokerLogin> logins = new ArrayList<>();
    for (Board board : boards) {
      board
          .password()
          .ifPresent(secret -> logins.add(new BrokerLogin(board.id(), secret.value(), board)));
    }
    String user = door.user();
    boolean known = logins.stream().anyMatch(login -> login.user().equals(user));
    if (user != null && !known && !boards.isEmpty()) {
      logins.add(new BrokerLogin(user, requireNonNull(door.password()), only(boards)));
    }
    return logins;
  }

  private static Board only(List<Board> boards) {
    if (boards.size() > 1) {
      throw new IllegalStateException(
          "norrhub.broker.acceptor.user would read the queues of "
              + String.join(" and ", boards.stream().map(Board::id).toList())
              + ": take it out and give each board a `password` in its file");
    }
    return boards.get(0);
  }

  /** Whether whoever is logged in by the one may stay where the other holds. */
  boolean isLike(BrokerLogin other) {
    return user.equals(other.user)
        && password.equals(other.password)
        && board.id().equals(other.board.id());
  }

  @Override
  public String toString() {
    return user;
  }
}
