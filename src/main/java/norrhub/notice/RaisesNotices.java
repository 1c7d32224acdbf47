package norrhub.notice;

import java.util.List;

/** A bean that raises notices says which, so that the reference page and the tests find them. */
public interface RaisesNotices {
  List<NoticeKind> notices();
}
