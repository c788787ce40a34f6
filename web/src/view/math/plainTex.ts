import { lowered, raised } from '../../format/script';

/** Our own TeX as plain text, for the moment before KaTeX has arrived and for where it fails. */
export const plainTex = (tex: string): string =>
  tex
    .replace(/\\[dt]?frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1/$2')
    .replace(/\\textstyle/g, '')
    .replace(/\\mathrm\{(\w+)\}/g, '$1')
    .replace(/\\partial ?/g, '∂')
    .replace(/\\sigma/g, 'σ')
    .replace(/\\sum_j/g, 'Σⱼ')
    .replace(/\\cdot/g, '·')
    .replace(/\\(\w+)/g, '$1')
    .replace(/\^\{(\(\d+\))\}/g, (_, layer: string) => raised(layer))
    .replace(/_(\d|\{[\d,]+\})/g, (_, index: string) => lowered(index.replace(/[{}]/g, '')))
    .replace(/y_p/g, 'yₚ')
    .replace(/_j/g, 'ⱼ')
    .replace(/'/g, '′')
    .replace(/-/g, '−')
    .replace(/\s+/g, ' ')
    .trim();
