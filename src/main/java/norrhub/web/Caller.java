package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;

/** Says whose request it is, so that each caller's requests can be counted. */
@FunctionalInterface
interface Caller {
  String of(HttpServletRequest request);
}
