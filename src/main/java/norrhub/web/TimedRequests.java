package norrhub.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection, each of which has to be there within a time. Tomcat calls it
 * whenever bytes have come; {@link SocketState#LONG} says that the headers have not ended yet.
 */
final class TimedRequests extends Http11Processor {
  private final long most;
  private @Nullable SocketWrapperBase<?> connection;
  private boolean isUnfinished;
  private long begun;

  TimedRequests(LimitedProtocol protocol, Duration most) {
    super(protocol, new Served(protocol.getAdapter()));
    this.most = most.toNanos();
  }

  @Override
  public SocketState service(SocketWrapperBase<?> socket) throws IOException {
    Served served = (Served) adapter;
    boolean goesOn = isUnfinished && socket.equals(connection);
    connection = socket;
    isUnfinished = false;
    if (!goesOn) {
      begun = System.nanoTime();
    } else if (left() <= 0) {
      return SocketState.CLOSED;
    }
    served.count = 0;
    SocketState state = super.service(socket);
    if (state == SocketState.LONG && !isAsync()) {
      isUnfinished = true;
      // With the last answer began the time of what came behind it.
      begun = served.count > 0 ? served.last : begun;
      socket.setReadTimeout(Math.max(1, Duration.ofNanos(left()).toMillis()));
    }
    // Empty lines before a request are forgotten by Tomcat, and their time with them.
    return state == SocketState.OPEN && served.count == 0 ? SocketState.CLOSED : state;
  }

  private long left() {
    return most - (System.nanoTime() - begun);
  }

  /** The way to the hub, which remembers that it was gone. */
  private static final class Served implements Adapter {
    private final Adapter hub;
    private int count;
    private long last;

    Served(Adapter hub) {
      this.hub = hub;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
      count++;
      hub.service(request, response);
      // A body that nobody wanted is not waited for: the connection ends with the answer. One that
      // is
      // pushed and refused is read to its end, so that its sender sees the answer and goes on.
      if (hasBody(request) && !isPush(request) && !isAsync(request)) {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
      last = System.nanoTime();
    }

    private static boolean hasBody(Request request) {
      return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isPush(Request request) {
      return String.valueOf(request.requestURI()).startsWith(PushAccess.PATH);
    }

    /** A push is answered by a thread of its route. */
    private static boolean isAsync(Request request) {
      AtomicBoolean async = new AtomicBoolean();
      request.action(ActionCode.ASYNC_IS_ASYNC, async);
      return async.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
      return hub.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(
        Request request, Response response, org.apache.tomcat.util.net.SocketEvent event)
        throws Exception {
      return hub.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
      hub.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
      hub.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
      return hub.getDomain();
    }
  }
}
