// A number that a sentence tells is grouped as its language does: where the code gives a number, the
// catalogues say {people, number}, or a plural. Years, levels and other numbers that name something
// are left as they are.
import { readFileSync } from 'node:fs';

import ts from 'typescript';

import { cataloguePath, languages, listParts, readCatalogue } from './catalogue.ts';

const src = 'src';
const naming =
  /^(year|level|levels|from|to|until|from_level|to_level|held|required|wanted|version|number|step|row|column|at|sequence|seq|chain)$/u;
const options = { ...readConfig(), noEmit: true };

function readConfig(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, '.').options;
}

const paths = ts.sys
  .readDirectory(src, ['.ts', '.tsx'])
  .filter((path) => !path.includes('.test.') && !path.includes('testing/'));
const program = ts.createProgram(paths, options);
const checker = program.getTypeChecker();

// Message ids that an expression may give: whole, or the beginning of one that is put together.
function idsOf(node: ts.Expression | undefined): { text: string; isWhole: boolean }[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, isWhole: true }];
  if (ts.isTemplateExpression(node)) return [{ text: node.head.text, isWhole: false }];
  if (ts.isConditionalExpression(node)) return [...idsOf(node.whenTrue), ...idsOf(node.whenFalse)];
  return [];
}

const isOf = (flag: ts.TypeFlags, type: ts.Type): boolean =>
  type.isUnion() ? type.types.some((each) => isOf(flag, each)) : (type.flags & flag) !== 0;

function namesOf(flag: ts.TypeFlags, values: ts.Expression): string[] {
  return checker
    .getTypeAtLocation(values)
    .getProperties()
    .filter((each) => isOf(flag, checker.getTypeOfSymbolAtLocation(each, values)))
    .map((each) => each.name);
}

type Call = { id: string; isWhole: boolean; numbers: string[]; texts: string[]; at: string };
const calls: Call[] = [];
function note(ids: ts.Expression | undefined, values: ts.Expression | undefined, at: string) {
  if (!values) return;
  const numbers = namesOf(ts.TypeFlags.NumberLike, values).filter((name) => !naming.test(name));
  const texts = namesOf(ts.TypeFlags.StringLike, values);
  for (const { text, isWhole } of idsOf(ids)) calls.push({ id: text, isWhole, numbers, texts, at });
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const each of node.properties) {
    if (ts.isPropertyAssignment(each) && each.name.getText() === name) return each.initializer;
    if (ts.isShorthandPropertyAssignment(each) && each.name.text === name) return each.name;
  }
  return undefined;
}

function attributeOf(node: ts.JsxAttributes, name: string): ts.Expression | undefined {
  for (const each of node.properties) {
    if (!ts.isJsxAttribute(each) || each.name.getText() !== name || !each.initializer) continue;
    if (ts.isStringLiteral(each.initializer)) return each.initializer;
    if (ts.isJsxExpression(each.initializer)) return each.initializer.expression;
  }
  return undefined;
}

function visit(node: ts.Node, at: string) {
  if (ts.isCallExpression(node) && node.arguments.length > 1) {
    note(node.arguments[0], node.arguments[1], at);
  } else if (ts.isObjectLiteralExpression(node)) {
    note(propertyOf(node, 'id'), propertyOf(node, 'values'), at);
  } else if (ts.isJsxAttributes(node)) {
    note(attributeOf(node, 'id'), attributeOf(node, 'values'), at);
  }
  node.forEachChild((child) => visit(child, at));
}
for (const path of paths) {
  const file = program.getSourceFile(path);
  if (file) visit(file, path);
}

const faults = new Set<string>();
function check(path: string, id: string, text: string) {
  for (const call of calls) {
    if (call.isWhole ? call.id !== id : !id.startsWith(call.id)) continue;
    for (const name of call.numbers.filter((each) => text.includes(`{${each}}`))) {
      faults.add(`${path}: ${id} shows a bare {${name}}: write {${name}, number}`);
    }
    for (const name of call.texts.filter((each) => text.includes(`{${each}, number}`))) {
      faults.add(`${call.at}: ${id} is given words as {${name}}: give the number`);
    }
  }
}
for (const part of listParts(src)) {
  for (const language of languages) {
    const path = cataloguePath(src, part, language);
    for (const [id, text] of readCatalogue(path)) check(path, id, text);
  }
}
for (const fault of faults) console.error(fault);
process.exit(faults.size ? 1 : 0);
