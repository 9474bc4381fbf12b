package pl.soclab.webinarbot.benchmark;

import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.answering.TypedQuestions;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.retrieval.Hit;

/** What the bot itself does. */
final class ProductRanking implements Ranking {
  private final TypedQuestions all;
  private final List<TypedQuestions> each = new ArrayList<>();

  ProductRanking(PublicQuestions data) {
    var passages = new ArrayList<Passage>();
    for (PublicQuestions.Paragraph paragraph : data.paragraphs()) {
      var source = new SourceLine("paragraph", passages.size() + 1);
      passages.add(new Passage(paragraph.text(), List.of(), source, null, false));
    }
    all = TypedQuestions.over(of(passages));
    passages.forEach(passage -> each.add(all.within(of(List.of(passage)))));
  }

  private static Knowledge of(List<Passage> passages) {
    return new Knowledge(List.of(), passages, List.of(), List.of(), List.of());
  }

  @Override
  public int paragraph(String question) {
    List<Hit> hits = all.nearest(question);
    return hits.isEmpty() ? -1 : hits.getFirst().passage().source().line() - 1;
  }

  @Override
  public int sentence(String question, int paragraph) {
    List<Hit> hits = each.get(paragraph).answering(question);
    return hits.isEmpty() ? -1 : hits.getFirst().position();
  }
}
