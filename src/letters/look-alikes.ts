/** Letters of other scripts that look like Latin ones (Unicode UTS 39), in pairs: look-alike, what it looks like. */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwкkмmтtвbнnгrпnАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅS' +
  'αaεeοoρpνvιiκkτtχxυuγyωwηnμmΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXѵvօoսuցgհhոnօoıiɩiɑaɡgᴄcᴏoᴍmɢgʀrɴnᴇeᴛt';

const letters = [...PAIRS];
const latin = new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])));

/** A text with every letter that looks like a Latin one as that one. */
export function withLatinLooks(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => latin.get(letter) ?? letter);
}
