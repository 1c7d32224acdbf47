package norrhub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import norrhub.board.Access;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of other sites read what everybody may read: public boards and schemas. A keyed board
 * is for the sites that the settings name; their pages show the key themselves, so cookies and the
 * like are never asked for.
 *
 * <p>First of all filters, so that a page can read errors too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CrossOrigin extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CrossOrigin.class);
  private static final String CONDITIONS = "Accept, If-None-Match, If-Modified-Since";

  private final BoardAccess access;
  private final WebSettings settings;

  CrossOrigin(BoardAccess access, BoardFiles boards, WebSettings settings) {
    this.access = access;
    this.settings = settings;
    settings.origins().keySet().stream()
        .filter(board -> boards.find(board).isEmpty())
        .forEach(board -> LOG.warn("norrhub.web.origins names {}, which is no board", board));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SchemaController.isSchema(request)) {
      open(request, response, "*", CONDITIONS);
    }
    access.named(request).ifPresent(board -> decide(board, request, response));
    chain.doFilter(request, response);
  }

  private void decide(Board board, HttpServletRequest request, HttpServletResponse response) {
    List<String> origins = settings.origins().getOrDefault(board.id(), List.of());
    if (board.access() == Access.PUBLIC) {
      open(request, response, "*", CONDITIONS);
    } else if (!origins.isEmpty()) {
      response.addHeader("Vary", "Origin");
      String origin = request.getHeader("Origin");
      if (origin != null && origins.contains(origin)) {
        open(request, response, origin, CONDITIONS + ", Authorization, X-Api-Key");
      }
    }
  }

  private static void open(
      HttpServletRequest request, HttpServletResponse response, String origin, String headers) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After, Allow");
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Access-Control-Allow-Methods", ReadingOnly.ALLOWED);
      response.setHeader("Access-Control-Allow-Headers", headers);
      response.setHeader("Access-Control-Max-Age", "3600");
    }
  }
}
