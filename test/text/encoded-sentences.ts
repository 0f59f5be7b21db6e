/** Encoding, what the bytes say, the bytes in base64. */
export const SENTENCES: readonly (readonly [string, string, string])[] = [
  [
    'windows-1252',
    '“Rain stopped play twice,” he wrote, “and we still won.”',
    'k1JhaW4gc3RvcHBlZCBwbGF5IHR3aWNlLJQgaGUgd3JvdGUsIJNhbmQgd2Ugc3RpbGwgd29uLpQ=',
  ],
  [
    'windows-1252',
    '„Das war knapp“, räumte der Trainer nach dem Spiel ein – seine Mannschaft hatte in der Schlussminute noch ausgeglichen.',
    'hERhcyB3YXIga25hcHCTLCBy5HVtdGUgZGVyIFRyYWluZXIgbmFjaCBkZW0gU3BpZWwgZWluIJYgc2VpbmUgTWFubnNjaGFmdCBoYXR0ZSBpbiBkZXIgU2NobHVzc21pbnV0ZSBub2NoIGF1c2dlZ2xpY2hlbi4=',
  ],
  [
    'windows-1252',
    'L’équipe a gagné grâce à un but marqué à la dernière minute.',
    'TJLpcXVpcGUgYSBnYWdu6SBncuJjZSDgIHVuIGJ1dCBtYXJxdekg4CBsYSBkZXJuaehyZSBtaW51dGUu',
  ],
  [
    'iso-8859-15',
    "L'été dernier, la sœur du maire avait déjà protesté.",
    'TCfpdOkgZGVybmllciwgbGEgc711ciBkdSBtYWlyZSBhdmFpdCBk6WrgIHByb3Rlc3TpLg==',
  ],
  [
    'macintosh',
    'Faites revenir les oignons à la poêle puis ajoutez la crème fraîche.',
    'RmFpdGVzIHJldmVuaXIgbGVzIG9pZ25vbnMgiCBsYSBwb5BsZSBwdWlzIGFqb3V0ZXogbGEgY3KPbWUgZnJhlGNoZS4=',
  ],
  ['windows-1252', '¡Qué frío hace en el salón!', 'oVF16SBmcu1vIGhhY2UgZW4gZWwgc2Fs824h'],
  [
    'windows-1252',
    'Amanhã vai chover no litoral e não há previsão de melhora.',
    'QW1hbmjjIHZhaSBjaG92ZXIgbm8gbGl0b3JhbCBlIG7jbyBo4SBwcmV2aXPjbyBkZSBtZWxob3JhLg==',
  ],
  ['windows-1252', 'C’è più neve che l’anno scorso.', 'Q5LoIHBp+SBuZXZlIGNoZSBskmFubm8gc2NvcnNvLg=='],
  [
    'windows-1252',
    'De ploeg won dankzij een doelpunt in de allerlaatste minuut, zei coach Daniël Coopmans.',
    'RGUgcGxvZWcgd29uIGRhbmt6aWogZWVuIGRvZWxwdW50IGluIGRlIGFsbGVybGFhdHN0ZSBtaW51dXQsIHplaSBjb2FjaCBEYW5p62wgQ29vcG1hbnMu',
  ],
  [
    'windows-1252',
    'Holdet vandt på et mål i det allersidste minut, og træneren græd af glæde.',
    'SG9sZGV0IHZhbmR0IHDlIGV0IG3lbCBpIGRldCBhbGxlcnNpZHN0ZSBtaW51dCwgb2cgdHLmbmVyZW4gZ3LmZCBhZiBnbOZkZS4=',
  ],
  [
    'windows-1252',
    'Laget vann på övertid och målvakten räddade allt.',
    'TGFnZXQgdmFubiBw5SD2dmVydGlkIG9jaCBt5Wx2YWt0ZW4gcuRkZGFkZSBhbGx0Lg==',
  ],
  [
    'windows-1252',
    'I morgen blir det sludd og sør-østlig vind.',
    'SSBtb3JnZW4gYmxpciBkZXQgc2x1ZGQgb2cgc/hyLfhzdGxpZyB2aW5kLg==',
  ],
  [
    'windows-1252',
    'Joukkue voitti jatkoajalla, ja maalivahti torjui kaiken, mitä pystyi.',
    'Sm91a2t1ZSB2b2l0dGkgamF0a29hamFsbGEsIGphIG1hYWxpdmFodGkgdG9yanVpIGthaWtlbiwgbWl05CBweXN0eWku',
  ],
  [
    'windows-1252',
    'Liðið vann í framlengingu og markvörðurinn varði allt.',
    'TGnwafAgdmFubiDtIGZyYW1sZW5naW5ndSBvZyBtYXJrdvZy8HVyaW5uIHZhcvBpIGFsbHQu',
  ],
  [
    'windows-1257',
    'Komanda laimėjo pratęsimą, o vartininkas atrėmė visus smūgius.',
    'S29tYW5kYSBsYWlt62pvIHByYXTmc2lt4CwgbyB2YXJ0aW5pbmthcyBhdHLrbesgdmlzdXMgc237Z2l1cy4=',
  ],
  [
    'windows-1257',
    'Komanda uzvarēja pagarinājumā, un vārtsargs atvairīja visus sitienus.',
    'S29tYW5kYSB1enZhcudqYSBwYWdhcmlu4mp1beIsIHVuIHbicnRzYXJncyBhdHZhaXLuamEgdmlzdXMgc2l0aWVudXMu',
  ],
  [
    'windows-1250',
    'Drużyna wygrała po dogrywce, a bramkarz obronił wszystkie strzały.',
    'RHJ1v3luYSB3eWdyYbNhIHBvIGRvZ3J5d2NlLCBhIGJyYW1rYXJ6IG9icm9uabMgd3N6eXN0a2llIHN0cnphs3ku',
  ],
  [
    'iso-8859-2',
    'Dodać cukier, mąkę i dwa jajka, potem piec pół godziny.',
    'RG9kYeYgY3VraWVyLCBtsWvqIGkgZHdhIGphamthLCBwb3RlbSBwaWVjIHDzsyBnb2R6aW55Lg==',
  ],
  [
    'windows-1250',
    'Mužstvo vyhrálo v prodloužení a brankář chytil všechny střely.',
    'TXWec3R2byB2eWhy4WxvIHYgcHJvZGxvdZ5lbu0gYSBicmFua+H4IGNoeXRpbCB2mmVjaG55IHN0+GVseS4=',
  ],
  [
    'iso-8859-2',
    'Mužstvo vyhrálo v prodloužení a brankář chytil všechny střely.',
    'TXW+c3R2byB2eWhy4WxvIHYgcHJvZGxvdb5lbu0gYSBicmFua+H4IGNoeXRpbCB2uWVjaG55IHN0+GVseS4=',
  ],
  ['windows-1250', 'Zajtra bude na horách fúkať a snežiť.', 'WmFqdHJhIGJ1ZGUgbmEgaG9y4WNoIGb6a2GdIGEgc25lnmmdLg=='],
  [
    'windows-1250',
    'A csapat hosszabbításban győzött, a kapus minden lövést kivédett.',
    'QSBjc2FwYXQgaG9zc3phYmLtdOFzYmFuIGd59Xr2dHQsIGEga2FwdXMgbWluZGVuIGz2dulzdCBraXbpZGV0dC4=',
  ],
  [
    'windows-1250',
    'Jutri bo ob morju pihalo in deževalo, v hribih bo snežilo.',
    'SnV0cmkgYm8gb2IgbW9yanUgcGloYWxvIGluIGRlnmV2YWxvLCB2IGhyaWJpaCBibyBzbmWeaWxvLg==',
  ],
  [
    'windows-1250',
    'Sutra će na obali puhati i kišiti, a u gorju će snježiti.',
    'U3V0cmEg5mUgbmEgb2JhbGkgcHVoYXRpIGkga2maaXRpLCBhIHUgZ29yanUg5mUgc25qZZ5pdGku',
  ],
  [
    'windows-1250',
    'Echipa a câştigat în prelungiri, iar portarul a apărat tot.',
    'RWNoaXBhIGEgY+K6dGlnYXQg7m4gcHJlbHVuZ2lyaSwgaWFyIHBvcnRhcnVsIGEgYXDjcmF0IHRvdC4=',
  ],
  [
    'windows-1254',
    'Takım uzatmalarda kazandı, kaleci bütün şutları kurtardı.',
    'VGFr/W0gdXphdG1hbGFyZGEga2F6YW5k/Swga2FsZWNpIGL8dPxuIP51dGxhcv0ga3VydGFyZP0u',
  ],
  [
    'windows-1252',
    'Skuadra fitoi në kohën shtesë dhe portieri i priti të gjitha.',
    'U2t1YWRyYSBmaXRvaSBu6yBrb2jrbiBzaHRlc+sgZGhlIHBvcnRpZXJpIGkgcHJpdGkgdOsgZ2ppdGhhLg==',
  ],
  [
    'windows-1251',
    'Команда выиграла в дополнительное время, вратарь отбил всё.',
    'yu7s4O3k4CDi++jj8ODr4CDiIOTu7+7r7ejy5ev87e7lIOLw5ez/LCDi8ODy4PD8IO7y4ejrIOLxuC4=',
  ],
  [
    'koi8-r',
    'Команда выиграла в дополнительное время, вратарь отбил всё.',
    '68/Nwc7EwSDX2cnH0sHMwSDXIMTP0M/MzsnUxczYzs/FINfSxc3RLCDX0sHUwdLYIM/UwsnMINfToy4=',
  ],
  [
    'iso-8859-5',
    'Команда выиграла в дополнительное время, вратарь отбил всё.',
    'ut7c0N3U0CDS69jT4NDb0CDSINTe397b3dji1dvs3d7VINLg1dzvLCDS4NDi0ODsIN7i0djbINLh8S4=',
  ],
  [
    'ibm866',
    'Команда выиграла в дополнительное время, вратарь отбил всё.',
    'iq6soK2koCCi66ij4KCroCCiIKSur66rrajipavsra6lIKLgpazvLCCi4KDioODsIK7ioairIKLh8S4=',
  ],
  [
    'x-mac-cyrillic',
    'Команда выиграла в дополнительное время, вратарь отбил всё.',
    'iu7s4O3k4CDi++jj8ODr4CDiIOTu7+7r7ejy5ev87e7lIOLw5ezfLCDi8ODy4PD8IO7y4ejrIOLx3i4=',
  ],
  [
    'windows-1251',
    'Команда виграла у додатковий час, а воротар відбив усі удари.',
    'yu7s4O3k4CDi6OPw4OvgIPMg5O7k4PLq7uLo6SD34PEsIOAg4u7w7vLg8CDis+Th6OIg8/GzIPPk4PDoLg==',
  ],
  [
    'koi8-u',
    'Завтра на узбережжі вітер і дощ, у горах їхатимуть повільно.',
    '+sHX1NLBIM7BINXawsXSxdbWpiDXptTF0iCmIMTP3Swg1SDHz9LByCCnyMHUyc3V1Ngg0M/XpszYzs8u',
  ],
  [
    'windows-1251',
    'Отборът спечели в продълженията, а вратарят отби всички удари.',
    'zvLh7vD68iDx7+X35evoIOIg7/Du5Prr5uXt6P/y4Cwg4CDi8ODy4PD/8iDu8uHoIOLx6Pfq6CDz5ODw6C4=',
  ],
  ['iso-8859-5', 'Утре по крайбрежието ще духа и ще вали.', 'w+Lg1SDf3iDa4NDZ0eDV1tjV4t4g6dUg1OPl0CDYIOnVINLQ29gu'],
  [
    'windows-1251',
    'Тим је победио у продужетку, а голман је одбранио све ударце.',
    '0ujsILzlIO/u4eXk6O4g8yDv8O7k8+bl8urzLCDgIOPu6+zg7SC85SDu5OHw4O3o7iDx4uUg8+Tg8PblLg==',
  ],
  [
    'windows-1253',
    'Η ομάδα νίκησε στην παράταση και ο τερματοφύλακας απέκρουσε τα πάντα.',
    'xyDv7Nzk4SDt3+rn8+Ug8/Tn7SDw4fHc9OHz5yDq4ekg7yD05fHs4fTv9v3r4erh8iDh8N3q8e/18+Ug9OEg8Nzt9OEu',
  ],
  ['iso-8859-7', 'Άνοιξε την πόρτα, είπε.', 'tu3v6e7lIPTn7SDw/PH04Swg5d/w5S4='],
  [
    'windows-1255',
    '\u05d4\u05e7\u05d1\u05d5\u05e6\u05d4 \u05e0\u05d9\u05e6\u05d7\u05d4 \u05d1\u05d4\u05d0\u05e8\u05db\u05d4 \u05d5\u05d4\u05e9\u05d5\u05e2\u05e8 \u05d4\u05d3\u05e3 \u05d0\u05ea \u05db\u05dc \u05d4\u05d1\u05e2\u05d9\u05d8\u05d5\u05ea.',
    '5Pfh5fbkIPDp9ufkIOHk4Pjr5CDl5Pnl8vgg5OPzIOD6IOvsIOTh8uno5fou',
  ],
  [
    'windows-1256',
    '\u0641\u0627\u0632 \u0627\u0644\u0641\u0631\u064a\u0642 \u0641\u064a \u0627\u0644\u0648\u0642\u062a \u0627\u0644\u0625\u0636\u0627\u0641\u064a \u0648\u062a\u0635\u062f\u0649 \u0627\u0644\u062d\u0627\u0631\u0633 \u0644\u0643\u0644 \u0627\u0644\u0643\u0631\u0627\u062a.',
    '3cfSIMfh3dHt3iDd7SDH4ebeyiDH4cXWx93tIObK1c/sIMfhzcfR0yDh3+Egx+Hf0cfKLg==',
  ],
  [
    'iso-8859-6',
    '\u063a\u062f\u0627 \u062a\u0647\u0628 \u0631\u064a\u0627\u062d \u0642\u0648\u064a\u0629 \u0648\u062a\u0645\u0637\u0631 \u0639\u0644\u0649 \u0627\u0644\u0633\u0627\u062d\u0644.',
    '2s/HIMrnyCDR6sfNIOLo6skg6Mrl19Eg2eTpIMfk08fN5C4=',
  ],
  [
    'windows-1256',
    '\u062a\u064a\u0645 \u062f\u0631 \u0648\u0642\u062a \u0627\u0636\u0627\u0641\u0647 \u0628\u0631\u0646\u062f\u0647 \u0634\u062f \u0648 \u062f\u0631\u0648\u0627\u0632\u0647\u200c\u0628\u0627\u0646 \u0647\u0645\u0647 \u062a\u0648\u067e\u200c\u0647\u0627 \u0631\u0627 \u06af\u0631\u0641\u062a.',
    'yu3jIM/RIObeyiDH1sfd5SDI0eTP5SDUzyDmIM/R5sfS5Z3Ix+Qg5ePlIMrmgZ3lxyDRxyCQ0d3KLg==',
  ],
  ['windows-874', 'พร\u0e38\u0e48งน\u0e35\u0e49ลมแรงและฝนตก', 'vsPY6Ke51enFweHDp+HF0L25taE='],
  [
    'windows-1258',
    'Đô\u0323i bóng thă\u0301ng ơ\u0309 hiê\u0323p phu\u0323 và thu\u0309 môn ca\u0309n phá mo\u0323i cú sút.',
    '0PTyaSBi825nIHRo4+xuZyD10iBoaerycCBwaHXyIHbgIHRoddIgbfRuIGNh0m4gcGjhIG1v8mkgY/ogc/p0Lg==',
  ],
  [
    'shift_jis',
    'チームは延長戦で勝ち、ゴールキーパーはすべてのシュートを止めた。',
    'g2CBW4OAgs2JhJK3kO2CxY+fgr+BQYNTgVuDi4NMgVuDcIFbgs2Ct4LXgsSCzINWg4WBW4NngvCOfoLfgr2BQg==',
  ],
  [
    'euc-jp',
    'チームは延長戦で勝ち、ゴールキーパーはすべてのシュートを止めた。',
    'pcGhvKXgpM+x5MS5wO+kx76hpMGhoqW0obyl66Wtobyl0aG8pM+kuaTZpMakzqW3peWhvKXIpPK736ThpL+how==',
  ],
  ['iso-2022-jp', '砂糖と小麦粉を加える。', 'GyRCOj1FfCRIPi5Hfko0JHIyQyQoJGshIxsoQg=='],
  ['gb18030', '球队在加时赛中获胜，守门员扑出了所有射门。', 'x/K209TavNPKscj81tC78cqko6zK2MPF1LHGy7P2wcvL+dPQyeTDxaGj'],
  ['gb18030', '加入糖和面粉。', 'vNPI68zHus3D5rfboaM='],
  ['big5', '球隊在加時賽中獲勝，守門員撲出了所有射門。', 'snm2pKZipVuuycHJpKTA8rPToUGmdar5rfu8s6VYpEap0qazrmeq+aFD'],
  [
    'euc-kr',
    '팀은 연장전에서 이겼고 골키퍼는 모든 슛을 막았다.',
    'xsDAuiC/rMDlwPy/obytIMDMsOWw7SCw8cWwxtu0wiC48LXnIL24wLsguLe+0rTZLg==',
  ],
];
