package norrhub.normalise;

import java.util.List;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.RaisesNotices;

/**
 * Understands one part of a draft. A new rule is a new bean of this type.
 *
 * <p>A rule neither throws nor logs: what it does not understand it leaves unknown and says so.
 * Rules do not build on one another, so their order does not matter.
 */
interface Rule extends RaisesNotices {
  List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy);
}
