"""Made-up names. The sign 例 (example) stands in each, so that none is taken for a real company or person."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = "芳伟娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国峰云飞雪梅琴婷宁浩宇晨"
WORDS = "禾山泉丰源谷林岭溪岩松柏菌麓原川沃野青苗晨露云石竹枣桃杏栗桑葵麦稷菽椿槐榆桐枫桦兰芷萱荷菱藻萍苇棠梨柿椒"


def person(number):
    """The made-up name of a person."""
    return SURNAMES[number % len(SURNAMES)] + "例" + GIVEN[(number * 7 + number // len(SURNAMES)) % len(GIVEN)]


def word(number):
    """The made-up core of a company's name."""
    size = len(WORDS)
    return "例" + WORDS[number % size] + (WORDS[(number // size * 11 + number + 5) % size] if number >= size else "")
