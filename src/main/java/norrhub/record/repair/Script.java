package norrhub.record.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import norrhub.record.OverLimit;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.ArrayLiteral;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.CatchClause;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.ErrorCollector;
import org.mozilla.javascript.ast.KeywordLiteral;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.ObjectLiteral;
import org.mozilla.javascript.ast.ParseProblem;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.StringLiteral;
import org.mozilla.javascript.ast.VariableInitializer;

/**
 * One script, parsed and never run.
 *
 * @param text as it is parsed: without the words that the parser does not know
 * @param assigned the lists and objects that it assigns, in their order
 * @param problems where it is no JavaScript, in their order
 * @param isLost whether it breaks off so that the parser found nothing at all
 */
record Script(String text, List<Assigned> assigned, List<ParseProblem> problems, boolean isLost) {
  static final Script NONE = new Script("", List.of(), List.of(), false);

  private static final int LONGEST_NAME = 200;

  /** A list or an object and the name that it is assigned to: {@code a['b'].c} is {@code a.b.c}. */
  record Assigned(String name, AstNode literal) {}

  /**
   * @param firstLine of the script in its file
   * @throws OverLimit where brackets are so deep within each other that no parser should see them
   */
  static Script parse(String written, int firstLine) throws OverLimit {
    String text = ScriptText.parseable(written.stripTrailing());
    CompilerEnvirons settings = CompilerEnvirons.ideEnvirons();
    settings.setLanguageVersion(Context.VERSION_ES6);
    settings.setReservedKeywordAsIdentifier(true);
    settings.setRecordingComments(false);
    settings.setStrictMode(false);
    settings.setXmlAvailable(false);
    settings.setWarnTrailingComma(false); // each has one
    ErrorCollector errors = new ErrorCollector();
    List<Assigned> assigned = new ArrayList<>();
    boolean failed = false;
    try {
      AstRoot root = new Parser(settings, errors).parse(text, "", firstLine);
      root.visit(node -> isLookedInto(node, assigned));
    } catch (IllegalStateException e) {
      failed = true; // an assertion of the parser's own, where a script breaks off within a name
    }
    List<ParseProblem> problems =
        errors.getErrors().stream()
            .filter(problem -> problem.getType() == ParseProblem.Type.Error)
            .sorted(Comparator.comparingInt(ParseProblem::getFileOffset))
            .toList();
    boolean breaksOff = problems.stream().anyMatch(one -> isAtEnd(one, text));
    return new Script(text, List.copyOf(assigned), problems, failed && breaksOff);
  }

  /**
   * Where the first problem within or behind a place is; the end of the text where there is none.
   */
  int problemAfter(int position) {
    return problems.stream()
        .mapToInt(ParseProblem::getFileOffset)
        .filter(at -> at >= position)
        .findFirst()
        .orElse(text.length());
  }

  /** Whether the text ends before what it began: what follows a problem is nothing. */
  boolean breaksOffAt(int problem) {
    return problems.stream()
        .filter(one -> one.getFileOffset() == problem)
        .anyMatch(one -> isAtEnd(one, text));
  }

  boolean hasCommaBefore(int position) {
    int at = position - 1;
    while (Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return text.charAt(at) == ',';
  }

  private static boolean isAtEnd(ParseProblem problem, String text) {
    return problem.getFileOffset() + problem.getLength() >= text.length() - 1;
  }

  private static boolean isLookedInto(AstNode node, List<Assigned> assigned) {
    if (node instanceof Assignment one && one.getOperator() == Token.ASSIGN) {
      return !take(one.getLeft(), one.getRight(), assigned);
    }
    if (node instanceof VariableInitializer one && one.getInitializer() != null) {
      return !take(one.getTarget(), one.getInitializer(), assigned);
    }
    if (node.getType() == Token.ADD) {
      return false; // a sum holds no assignment, and may be as deep as it is long
    }
    if (node instanceof CatchClause one && one.getVarName() == null) {
      // The parser knows catch without a variable, its visitors do not.
      one.getBody().visit(inner -> isLookedInto(inner, assigned));
      return false;
    }
    return true;
  }

  private static boolean take(AstNode target, AstNode value, List<Assigned> assigned) {
    boolean isData = value instanceof ArrayLiteral || value instanceof ObjectLiteral;
    String name = name(target).replaceAll("[^A-Za-z0-9_$.-]", "_");
    if (!isData || name.isEmpty()) {
      return false;
    }
    assigned.add(new Assigned(name.substring(0, Math.min(name.length(), LONGEST_NAME)), value));
    return true;
  }

  private static String name(AstNode target) {
    if (target instanceof Name word) {
      return word.getIdentifier();
    }
    if (target instanceof PropertyGet step) {
      return name(step.getTarget()) + "." + step.getProperty().getIdentifier();
    }
    if (target instanceof ElementGet step && step.getElement() instanceof StringLiteral key) {
      return name(step.getTarget()) + "." + key.getValue();
    }
    return target instanceof KeywordLiteral && target.getType() == Token.THIS ? "this" : "";
  }
}
