import * as vscode from "vscode";

export interface ExpressionQuestion {
  readonly suggested: string;
  /** The last one first. */
  readonly history: readonly string[];
  /** What is wrong with an expression; `undefined` when nothing is. */
  readonly problemOf: (expression: string) => Promise<string | undefined>;
}

interface Expression extends vscode.QuickPickItem {
  readonly expression: string;
}

/** Asks for a FHIRPath expression: free text, with those of before below it; says while one types what is wrong with it. */
export async function askExpression({ suggested, history, problemOf }: ExpressionQuestion): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<Expression>();
  box.title = vscode.l10n.t("Evaluate FHIRPath");
  box.placeholder = vscode.l10n.t("Such as Patient.name.given or name.where(use = 'official')");
  box.value = suggested;
  let latest = 0;
  const offer = async (): Promise<void> => {
    const now = ++latest;
    const typed = box.value.trim();
    const problem = typed === "" ? undefined : await problemOf(typed);
    if (now !== latest) {
      return;
    }
    const own: Expression[] = typed === "" ? [] : [{ label: typed, detail: problem === undefined ? vscode.l10n.t("Enter to evaluate") : `$(warning) ${problem}`, expression: typed, alwaysShow: true }];
    const earlier = history.filter((each) => each !== typed).map((expression) => ({ label: expression, iconPath: new vscode.ThemeIcon("history"), expression }));
    box.items = [...own, ...earlier];
  };
  return await new Promise<string | undefined>((resolve) => {
    box.onDidChangeValue(() => void offer());
    box.onDidAccept(() => {
      const chosen = box.activeItems[0]?.expression ?? box.value.trim();
      resolve(chosen);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    void offer();
    box.show();
  });
}
