package norrhub.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Closes a connection at once where its address has enough of them. The open ones are looked
 * through, a few hundred at most, rather than counted: a count that misses one close would shut a
 * caller out for good.
 */
final class LimitedConnections extends NioEndpoint {
  private int most = Integer.MAX_VALUE;
  private Predicate<InetAddress> unlimited = address -> false;

  void limit(int connectionsPerAddress, Predicate<InetAddress> trusted) {
    this.most = connectionsPerAddress;
    this.unlimited = trusted;
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    if (isOneTooMany(socket)) {
      destroySocket(socket);
      return false;
    }
    return super.setSocketOptions(socket);
  }

  private boolean isOneTooMany(SocketChannel socket) {
    Optional<InetAddress> address = address(socket);
    if (address.isEmpty() || unlimited.test(address.get())) {
      return false;
    }
    AddressRange caller = AddressRange.around(address.get());
    long open =
        connections.keySet().stream()
            .filter(other -> address(other).filter(caller::contains).isPresent())
            .count();
    return open >= most;
  }

  private static Optional<InetAddress> address(SocketChannel socket) {
    try {
      return socket.getRemoteAddress() instanceof InetSocketAddress remote
          ? Optional.of(remote.getAddress())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // closed meanwhile
    }
  }
}
