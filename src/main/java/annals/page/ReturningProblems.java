package annals.page;

import annals.compare.FollowUp;
import annals.compare.Mention;
import annals.compare.Outcome;
import annals.compare.ProblemChains.Chain;
import annals.compare.ProblemChains.Step;
import annals.compare.Standing;
import annals.outline.Role;
import annals.outline.Sentence;
import annals.report.ReportId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the problems of a unit that return: year by year the problem, what was planned against it
 * and what the next account says of the plan.
 */
final class ReturningProblems {
  private static final int QUOTE = 80;

  private final Site site;
  private final Route route;
  private final FollowUpRefs followUps;
  private final ProseMarkup prose;

  ReturningProblems(Site site, Route route, FollowUpRefs followUps) {
    this.site = site;
    this.route = route;
    this.followUps = followUps;
    this.prose = new ProseMarkup(site.labels());
  }

  /** That it stood in so many years one behind the other, or that it came back. */
  static String mark(Site site, Chain chain) {
    return chain.run() > 1 ? site.text("problems.run", chain.run()) : site.text("problems.again");
  }

  /** The years of a chain in words. */
  static String years(Site site, Chain chain) {
    return site.text(
        "problems.years",
        chain.steps().stream()
            .map(step -> Integer.toString(step.year()))
            .collect(Collectors.joining(site.text("list.separator"))));
  }

  Html write(List<Chain> chains) {
    Markup out = new Markup();
    for (Chain chain : chains) {
      out.raw("<li").attribute("id", chain.id()).raw("><h3>").text(chain.name());
      out.raw(" <span class=\"run\">")
          .text(mark(site, chain))
          .raw("</span> <span class=\"detail\">");
      out.text(years(site, chain)).raw("</span></h3>\n<ol>\n");
      chain.steps().forEach(step -> step(out, step));
      out.raw("</ol></li>\n");
    }
    return out.html();
  }

  private void step(Markup out, Step step) {
    out.raw("<li><span class=\"year\">").raw(step.year()).raw("</span>");
    line(
        out, "problems", site.roleName(Role.PROBLEMS), Optional.empty(), step.problem().getFirst());
    for (Mention plan : step.plans()) {
      Optional<FollowUp.Item> item = item(plan);
      line(
          out,
          "plan",
          site.text("problems.plan", step.year() + 1),
          item.map(FollowUp.Item::standing),
          plan);
      item.ifPresent(i -> outcome(out, plan.report(), i));
    }
    out.raw("</li>\n");
  }

  private Optional<FollowUp.Item> item(Mention plan) {
    return followUps.ofPlan(plan.report()).stream()
        .flatMap(ref -> ref.followUp().items().stream())
        .filter(item -> plan.sentences().stream().anyMatch(s -> isOf(item, s)))
        .findFirst();
  }

  private static boolean isOf(FollowUp.Item item, Sentence sentence) {
    return item.item().ref().anchor().equals(sentence.anchor());
  }

  private void outcome(Markup out, ReportId plan, FollowUp.Item item) {
    Optional<FollowUp> followUp = followUps.ofPlan(plan).map(FollowUpRefs.Ref::followUp);
    if (item.outcomes().isEmpty() || followUp.isEmpty()) {
      return;
    }
    Outcome best = item.outcomes().getFirst();
    Optional<ReportId> told = best.added().or(followUp.get()::account);
    told.filter(site::has)
        .ifPresent(
            report ->
                line(
                    out,
                    "summary",
                    site.text(
                        best.ref().section().role() == Role.PROBLEMS
                            ? "problems.admitted"
                            : "problems.account",
                        followUp.get().targetYear()),
                    Optional.empty(),
                    route.linkTo(site.plan().report(report), best.ref().anchor()),
                    best.ref().text()));
  }

  private void line(
      Markup out, String kind, String name, Optional<Standing> standing, Mention mention) {
    String address =
        site.has(mention.report())
            ? route.linkTo(site.plan().report(mention.report()), mention.anchor())
            : "";
    String text =
        mention.isNamedProblem()
            ? mention.section().orElseThrow().heading() + "。" + mention.text()
            : mention.text();
    line(out, kind, name, standing, address, text);
  }

  private void line(
      Markup out,
      String kind,
      String name,
      Optional<Standing> standing,
      String address,
      String text) {
    out.raw("<p class=\"").raw(kind).raw("\"><span class=\"role\">").text(name).raw("</span> ");
    standing.ifPresent(s -> ThreadTable.sign(out, site, s));
    out.raw("<a").attribute("href", address).raw(">");
    int end = Math.min(text.length(), QUOTE);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    prose.plain(out, text.substring(0, end) + (end < text.length() ? "…" : ""));
    out.raw("</a></p>");
  }
}
